using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync;

/// <summary>What a certificate's signature algorithm implies about its hash.</summary>
internal static class SignatureAlgorithms
{
    public const string RsaPss = "1.2.840.113549.1.1.10";

    /// <summary>MD2, MD4, MD5 and SHA-1, with RSA, DSA or ECDSA.</summary>
    public static bool IsWeak(Oid algorithm) => algorithm.Value is
        "1.2.840.113549.1.1.2" or "1.2.840.113549.1.1.3" or "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5"
        or "1.3.14.3.2.29" or "1.2.840.10040.4.3" or "1.2.840.10045.4.1";

    /// <summary>
    /// The hash named in the parameters of an RSASSA-PSS signature (RFC 4055 §3.1), which are found only in the
    /// certificate.
    /// </summary>
    /// <returns>
    /// SHA-256 in place of SHA-1 (RFC 5929 §4.1); null for hashes that .NET does not name and for unreadable
    /// certificates.
    /// </returns>
    public static HashAlgorithmName? RsaPssHash(X509Certificate2 certificate)
    {
        try
        {
            AsnReader outer = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            outer.ReadEncodedValue();
            AsnReader algorithm = outer.ReadSequence();
            algorithm.ReadObjectIdentifier();
            AsnReader parameters = algorithm.ReadSequence();
            Asn1Tag hashTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
            if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(hashTag))
                return HashAlgorithmName.SHA256;
            return parameters.ReadSequence(hashTag).ReadSequence().ReadObjectIdentifier() switch
            {
                "1.3.14.3.2.26" or "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
