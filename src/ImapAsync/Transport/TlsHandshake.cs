using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>The client's side of a TLS handshake, and what to say when it fails.</summary>
internal static class TlsHandshake
{
    /// <returns>The authenticated stream, which owns <paramref name="inner"/>. After a failure neither can be used.</returns>
    public static async ValueTask<SslStream> RunAsync(Stream inner, string host, TlsOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        string name = HostAndPort.ToAscii(options.TargetHost ?? host).TrimEnd('.');
        var check = new CertificateCheck(name, options);
        var ssl = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            string tooSlow = string.Create(CultureInfo.InvariantCulture, $"The TLS handshake with {name} took longer than {options.HandshakeTimeout.TotalSeconds} s. Is this a TLS port? ({nameof(TlsOptions)}.{nameof(TlsOptions.HandshakeTimeout)})");
            return await TimeLimit.RunAsync(
                (Inner: inner, Tls: ssl, Options: Describe(name, options, check)),
                static async (state, token) =>
                {
                    // Not every stream heeds a token.
                    using CancellationTokenRegistration end = token.UnsafeRegister(static stream => ((Stream)stream!).Dispose(), state.Inner);
                    await state.Tls.AuthenticateAsClientAsync(state.Options, token).ConfigureAwait(false);
                    return state.Tls;
                },
                options.HandshakeTimeout, time, tooSlow, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException failure)
        {
            throw new AuthenticationException(check.Refusal ?? Explain(name, options, failure), failure);
        }
        catch (IOException failure)
        {
            throw new IOException($"The connection ended during the TLS handshake with {name}: {failure.Message} Does the server speak TLS on this port (993), or does it expect STARTTLS (143)?", failure);
        }
    }

    private static SslClientAuthenticationOptions Describe(string name, TlsOptions options, CertificateCheck check)
    {
        var described = new SslClientAuthenticationOptions
        {
            TargetHost = name,
            EnabledSslProtocols = options.Protocols,
            ClientCertificates = options.ClientCertificates,
            CertificateRevocationCheckMode = options.RevocationMode,
            RemoteCertificateValidationCallback = check.Validate,
            AllowRenegotiation = false,
        };
        if (options.SendAlpn) described.ApplicationProtocols = [new SslApplicationProtocol("imap")];
        if (options.TrustedRoots is { Count: > 0 } roots)
        {
            described.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = options.RevocationMode,
            };
            described.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
            // id-kp-serverAuth
            described.CertificateChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1"));
        }

        return described;
    }

    private static string Explain(string name, TlsOptions options, AuthenticationException failure)
    {
        string detail = failure.InnerException is null ? failure.Message : $"{failure.Message} {failure.InnerException.Message}";
        return $"The TLS handshake with {name} failed: {detail} The client offers {options.Protocols}; does the server support that, and does it speak TLS on this port (993), not STARTTLS (143)?";
    }
}
