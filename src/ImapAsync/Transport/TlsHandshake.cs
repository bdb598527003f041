using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>The client's side of a TLS handshake, and the error messages for its failures.</summary>
internal static class TlsHandshake
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <param name="ssl">The stream on which to perform the handshake.</param>
    /// <param name="witness">The witness below it.</param>
    /// <param name="root">
    /// The stream below. It is disposed when the time is up, since not every stream respects a token.
    /// </param>
    /// <param name="host">The name that the certificate must be for, unless the options specify another.</param>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    public static async ValueTask RunAsync(
        SslStream ssl, HandshakeWitness witness, Stream root, string host, TlsOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        string name = HostAndPort.ToAscii(options.TargetHost ?? host).TrimEnd('.');
        CertificateCheck check = new(name, options);
        string tooSlow = string.Create(
            CultureInfo.InvariantCulture,
            $"The TLS handshake with {name} took longer than {options.HandshakeTimeout.TotalSeconds} s. "
            + $"({nameof(TlsOptions)}.{nameof(TlsOptions.HandshakeTimeout)})");
        try
        {
            await TimeLimit.RunAsync(
                (ssl, root, Describe(name, options, check)), AuthenticateAsync,
                options.HandshakeTimeout, time, tooSlow, cancellationToken).ConfigureAwait(false);
            witness.Forget();
        }
        catch (AuthenticationException failure)
        {
            if (check.Refusal is { } refusal)
                throw new CertificateException(refusal, failure);
            string detail = failure.InnerException is null
                ? failure.Message
                : $"{failure.Message} {failure.InnerException.Message}";
            throw new AuthenticationException(
                $"The TLS handshake with {name} failed: {detail}{witness.Explain(options)}", failure);
        }
        catch (IOException failure)
        {
            throw new IOException(
                $"The connection ended during the TLS handshake with {name}: "
                + $"{failure.Message}{witness.Explain(options)}",
                failure);
        }
        catch (TimeoutException failure)
        {
            throw new TimeoutException($"{failure.Message}{witness.Explain(options)}", failure);
        }
    }

    private static async ValueTask<bool> AuthenticateAsync(
        (SslStream Ssl, Stream Root, SslClientAuthenticationOptions Options) state,
        CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration end = cancellationToken.UnsafeRegister(
            static root => ((Stream)root!).Dispose(), state.Root);
        await state.Ssl.AuthenticateAsClientAsync(state.Options, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static SslClientAuthenticationOptions Describe(string name, TlsOptions options, CertificateCheck check) =>
        new()
        {
            TargetHost = name,
            EnabledSslProtocols = options.Protocols,
            ClientCertificates = options.ClientCertificates,
            CertificateRevocationCheckMode = options.RevocationMode,
            CertificateChainPolicy = options.TrustedRoots is { Count: > 0 } roots
                ? TrustOnly(roots, options.RevocationMode)
                : null,
            RemoteCertificateValidationCallback = check.Validate,
            ApplicationProtocols = options.SendAlpn ? [new SslApplicationProtocol("imap")] : null,
            AllowRenegotiation = false,
        };

    private static X509ChainPolicy TrustOnly(X509Certificate2Collection roots, X509RevocationMode revocation)
    {
        X509ChainPolicy policy =
            new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = revocation };
        policy.CustomTrustStore.AddRange(roots);
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return policy;
    }
}
