using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>Describes each fault of a certificate in a sentence: what is wrong, and what to do.</summary>
internal static class CertificateProblems
{
    private const int MinimumEllipticCurveBits = 224;
    private const string Trust =
        $"If it is the right one, add it to {nameof(TlsOptions)}.{nameof(TlsOptions.TrustedRoots)}.";

    public static string WrongName(string expected, X509Certificate2 certificate)
    {
        List<string> names = Names(certificate);
        string isFor = names.Count == 0 ? "no host" : string.Join(", ", names);
        return $"it is for {isFor}, not for {expected}. Connect to one of its names, or set "
            + $"{nameof(TlsOptions)}.{nameof(TlsOptions.TargetHost)} if it is the same server.";
    }

    public static void AddChainProblems(List<string> problems, X509Certificate2 certificate, X509Chain? chain)
    {
        int before = problems.Count;
        foreach (X509ChainElement element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            foreach (X509ChainStatus status in element.ChainElementStatus)
            {
                string problem =
                    Describe(element.Certificate, status, certificate, chain!.ChainPolicy.VerificationTime);
                if (!problems.Contains(problem))
                    problems.Add(problem);
            }
        }

        foreach (X509ChainStatus status in chain?.ChainStatus ?? [])
        {
            if (problems.Count > before)
                break;
            problems.Add(Describe(certificate, status, certificate, chain!.ChainPolicy.VerificationTime));
        }

        if (problems.Count == before)
            problems.Add("its chain of trust could not be built.");
    }

    public static void AddWeaknesses(
        List<string> problems, X509Certificate2 leaf, X509Chain? chain, int minimumRsaKeyBits)
    {
        // The last certificate of a complete chain is trusted as such; its own signature proves nothing.
        int count = chain is null ? 1 : chain.ChainElements.Count - 1;
        AddWeakness(problems, leaf, "its", isAnchor: count < 1, minimumRsaKeyBits);
        for (int i = 1; i < count; i++)
        {
            X509Certificate2 authority = chain!.ChainElements[i].Certificate;
            AddWeakness(
                problems, authority, $"the authority {CommonName(authority)}'s", isAnchor: false, minimumRsaKeyBits);
        }
    }

    private static void AddWeakness(
        List<string> problems, X509Certificate2 certificate, string whose, bool isAnchor, int minimumRsaKeyBits)
    {
        (string? algorithm, int bits, int minimum) = KeySize(certificate, minimumRsaKeyBits);
        if (algorithm is not null && bits < minimum)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{whose} {algorithm} key is weak: {bits} bits, "
                + $"but at least {minimum} are required. Ask for a new certificate."));
        }

        if (!isAnchor && SignatureAlgorithms.IsWeak(certificate.SignatureAlgorithm))
        {
            problems.Add(
                $"{whose} signature is weak ({certificate.SignatureAlgorithm.FriendlyName}): it can be forged. "
                + "Ask for a new certificate.");
        }
    }

    private static (string? Algorithm, int Bits, int Minimum) KeySize(
        X509Certificate2 certificate, int minimumRsaKeyBits)
    {
        using (RSA? rsa = certificate.GetRSAPublicKey())
        {
            if (rsa is not null)
                return ("RSA", rsa.KeySize, minimumRsaKeyBits);
        }

        using (ECDsa? ecdsa = certificate.GetECDsaPublicKey())
        {
            if (ecdsa is not null)
                return ("elliptic curve", ecdsa.KeySize, MinimumEllipticCurveBits);
        }

        using DSA? dsa = certificate.GetDSAPublicKey();
        return dsa is null ? default : ("DSA", dsa.KeySize, minimumRsaKeyBits);
    }

    private static string Describe(
        X509Certificate2 certificate, X509ChainStatus status, X509Certificate2 leaf, DateTime now)
    {
        string subject = ReferenceEquals(certificate, leaf) || certificate.Equals(leaf)
            ? "it"
            : $"its authority {CommonName(certificate)}";
        bool isSelfSigned = leaf.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData);
        return status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid when certificate.NotAfter < now =>
                $"{subject} expired on {Date(certificate.NotAfter)}. "
                + "Renew it on the server, or correct this machine's clock.",
            X509ChainStatusFlags.NotTimeValid =>
                $"{subject} is valid only from {Date(certificate.NotBefore)}. Correct the clock of this machine or of "
                + "the issuer.",
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain when isSelfSigned =>
                $"it is self-signed and not among the trusted certificates. {Trust}",
            X509ChainStatusFlags.UntrustedRoot =>
                $"its root authority {CommonName(certificate)} is not trusted on this machine. {Trust}",
            X509ChainStatusFlags.PartialChain =>
                $"its issuer {Name(certificate.Issuer)} is unknown on this machine. The server may have left out an "
                + $"intermediate certificate, or the authority is private. {Trust}",
            X509ChainStatusFlags.Revoked =>
                $"{subject} was revoked by its authority. Do not connect; get a new certificate for the server.",
            X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation =>
                $"whether {subject} was revoked could not be determined. Try again, or set "
                + $"{nameof(TlsOptions)}.{nameof(TlsOptions.RevocationMode)} to NoCheck.",
            _ => $"{subject} fails the check {status.Status} ({status.StatusInformation.Trim()}).",
        };
    }

    private static List<string> Names(X509Certificate2 certificate)
    {
        List<string> names = new();
        foreach (X509Extension extension in certificate.Extensions)
        {
            if (extension is not X509SubjectAlternativeNameExtension alternatives)
                continue;
            names.AddRange(alternatives.EnumerateDnsNames());
            foreach (System.Net.IPAddress address in alternatives.EnumerateIPAddresses())
                names.Add(address.ToString());
        }

        if (names.Count == 0 && CommonName(certificate) is { Length: > 0 } common)
            names.Add(common);
        return names;
    }

    private static string CommonName(X509Certificate2 certificate) =>
        Name(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));

    private static string Name(string name) => name.Length == 0 ? "(without a name)" : $"'{name}'";

    private static string Date(DateTime local) =>
        local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
