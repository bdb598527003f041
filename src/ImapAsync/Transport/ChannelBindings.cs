using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>The channel bindings of RFC 5929.</summary>
internal static class ChannelBindings
{
    /// <summary>
    /// The first Finished message. It is undefined for TLS 1.3 (RFC 9266 §1), even if the platform returns bytes.
    /// </summary>
    public static ReadOnlyMemory<byte>? Unique(SslStream stream)
    {
        if (stream.SslProtocol != SslProtocols.Tls12)
            return null;
        try
        {
            using ChannelBinding? binding = stream.TransportContext.GetChannelBinding(ChannelBindingKind.Unique);
            return binding is null || binding.IsInvalid ? null : WithoutPrefix(binding, "tls-unique:"u8);
        }
        catch (Exception failure)
            when (failure is NotSupportedException or PlatformNotSupportedException or AuthenticationException)
        {
            return null;
        }
    }

    /// <summary>
    /// The certificate's hash, by the hash function of its signature, but SHA-256 instead of MD5 and SHA-1 (RFC 5929
    /// §4.1). None if the signature has no single hash function.
    /// </summary>
    public static ReadOnlyMemory<byte>? ServerEndPoint(X509Certificate2 certificate)
    {
        HashAlgorithmName? hash = certificate.SignatureAlgorithm.Value switch
        {
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" or "2.16.840.1.101.3.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" or "2.16.840.1.101.3.4.3.4" => HashAlgorithmName.SHA512,
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" or "2.16.840.1.101.3.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" or "1.2.840.10040.4.3" =>
                HashAlgorithmName.SHA256,
            SignatureAlgorithms.RsaPss => SignatureAlgorithms.RsaPssHash(certificate),
            _ => null,
        };
        return hash is { } name ? certificate.GetCertHash(name) : null;
    }

    // Windows puts its own header before the data; the prefix is present on every platform.
    private static ReadOnlyMemory<byte>? WithoutPrefix(ChannelBinding binding, ReadOnlySpan<byte> prefix)
    {
        byte[] bytes = new byte[binding.Size];
        Marshal.Copy(binding.DangerousGetHandle(), bytes, 0, bytes.Length);
        int start = bytes.AsSpan().IndexOf(prefix);
        return start < 0 ? null : bytes.AsMemory(start + prefix.Length);
    }
}
