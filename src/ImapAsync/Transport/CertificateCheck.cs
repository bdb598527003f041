using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>Judges the server's certificate and describes in words what is wrong with it.</summary>
internal sealed class CertificateCheck(string expectedName, TlsOptions options)
{
    /// <summary>Why the certificate was refused, and what to do; null if it was not refused.</summary>
    public string? Refusal { get; private set; }

    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Refusal = options.CertificateValidation is { } decide
            ? decide(sender, certificate, chain, errors)
                ? null
                : $"The certificate of {expectedName} was refused by "
                    + $"{nameof(TlsOptions)}.{nameof(TlsOptions.CertificateValidation)}."
            : Judge(certificate as X509Certificate2, chain, errors);
        return Refusal is null;
    }

    private string? Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return $"{expectedName} sent no certificate. Its identity is not proven.";
        List<string> problems = new();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            problems.Add(CertificateProblems.WrongName(expectedName, certificate));
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            CertificateProblems.AddChainProblems(problems, certificate, chain);
        CertificateProblems.AddWeaknesses(problems, certificate, chain, options.MinimumRsaKeyBits);
        if (problems.Count == 0)
        {
            return errors == SslPolicyErrors.None
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture, $"The certificate of {expectedName} was refused: {errors}.");
        }

        return $"The certificate of {expectedName} was refused: {string.Join(" Also: ", problems)}";
    }
}
