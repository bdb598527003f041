using System.Security.Cryptography;
using System.Text;

namespace ImapAsync.Tests;

public sealed class ScramVectorTests
{
    [Fact]
    public async Task Sha1_as_in_rfc5802()
        => await PlayAsync(
            new(HashAlgorithmName.SHA1, plus: false, "user", "pencil", options: null, () => "fyko+d2lbbFgONRv9qkxdawL"),
            "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
            "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
            "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
            "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");

    [Fact]
    public async Task Sha256_as_in_rfc7677()
        => await PlayAsync(
            new(HashAlgorithmName.SHA256, plus: false, "user", "pencil", options: null, () => "rOprNGfwEbeRWgbNEkqO"),
            "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");

    [Fact]
    public async Task Sha512_as_with_cyrus()
        => await PlayAsync(
            new(HashAlgorithmName.SHA512, plus: false, "alice", "alice-pass", options: null, () => "q7BTECDR622ySRCe"),
            "n,,n=alice,r=q7BTECDR622ySRCe",
            Decode("cj1xN0JURUNEUjYyMnlTUkNlNGhYMnBKY1JFeGNRSEkwV3lMZG9FamtTTm81T055YkMscz00OFFHbVk2YldqVWVzUFpmZzh5bitRdzZET3RmZ29maHVnTnJEWnY1cmZOY3hJdUxCWjZoaWx4SjZUeEhaZjlWMUNCelZ4R3BoMVhGQm1EYlB6Q3h0dz09LGk9NDA5Ng=="),
            Decode("Yz1iaXdzLHI9cTdCVEVDRFI2MjJ5U1JDZTRoWDJwSmNSRXhjUUhJMFd5TGRvRWprU05vNU9OeWJDLHA9Q0VqMmdHTzhIMWI5ajIrNEk3cDkzQkRmQ3BLbDJuZDNWT3B1V2NNb1A2UC90L3lyNTVPd2Y2UXBjblVnZTJPNnY0MkNpSC9DcXJMWDQ3czU0M2tRZnc9PQ=="),
            Decode("dj1MbGpDS0t1S1BRTzZrYWJRS2t3MmtDeTBldTVPdDZMQTF0Zlp5TkJGejNTeUk5RkhiL1lta1phQndPbjJPVUN6M0s0RUY2TFUzOTZVS3JxZjg0NkRpUT09"));

    [Fact]
    public async Task Sha256Plus_binds_to_the_channel()
        => await PlayAsync(
            new(HashAlgorithmName.SHA256, plus: true, "user", "pencil", options: null, () => "rOprNGfwEbeRWgbNEkqO"),
            "p=tls-unique,,n=user,r=rOprNGfwEbeRWgbNEkqO",
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "c=cD10bHMtdW5pcXVlLCzerb7v,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=jNZUiqyRoYUFUi/mUIOVZ3O5DfrLcAIgKotZJ/JDtfY=",
            "v=8T3VgY8yo58vLZlRacT4ZxKEcI0dcwvuJlnGrGMJZwc=",
            bindings: ("tls-unique", [0xde, 0xad, 0xbe, 0xef]));

    [Fact]
    public async Task Sha256Plus_with_tls_unique_as_with_cyrus()
    {
        string final = Decode("Yz1jRDEwYkhNdGRXNXBjWFZsTEN4TjU0Sk5hNGl5NFRMazdHY1dHTndVS2FFb3IwUnFtalczZitubG5rYlpUdkpZcjVVSDZGcVAyZjRBMFdvZXpqST0scj12QWc5ZEVRNTVxVXZmRzY5MlFBdlNSSno4RHJ1Rkx5WE5xaTdBcTFJQWdlQ3BLbUMscD1PT1h2bXlMRHVaOXpZdENxK2VsVGlLSEZTUkNVdTJUWktlZWdhSXdOaFVZPQ==");
        byte[] bound = Convert.FromBase64String(final.Split(',')[0][2..]);

        await PlayAsync(
            new(HashAlgorithmName.SHA256, plus: true, "alice", "alice-pass", options: null, () => "vAg9dEQ55qUvfG69"),
            "p=tls-unique,,n=alice,r=vAg9dEQ55qUvfG69",
            Decode("cj12QWc5ZEVRNTVxVXZmRzY5MlFBdlNSSno4RHJ1Rkx5WE5xaTdBcTFJQWdlQ3BLbUMscz1JcEFXTkJRUFlQVk8ySmpycnNPY0hqVmU2TFNPODV6WXFpZjZJUlhaTGlBPSxpPTQwOTY="),
            final,
            Decode("dj1ZZmtROW9uTWwxSTRBdjMxbUM1b1ZueFBUd0d0V2pIUk01UDBmenZuSnFVPQ=="),
            bindings: ("tls-unique", bound["p=tls-unique,,".Length..]));
    }

    [Fact]
    public async Task Names_are_escaped_and_a_missing_offer_is_noticed()
        => await PlayAsync(
            new(HashAlgorithmName.SHA256, plus: false, "a=b,üser", "päss", new() { AuthorizationId = "x=y,z" }, () => "cn"),
            "y,a=x=3Dy=2Cz,n=a=3Db=2Cüser,r=cn",
            "r=cnsn,s=c2FsdA==,i=4096,x=an extension that nobody knows",
            "c=eSxhPXg9M0R5PTJDeiw=,r=cnsn,p=",
            serverFinal: null,
            bindings: ("tls-server-end-point", [1]));

    private static async Task PlayAsync(
        ScramMechanism mechanism, string clientFirst, string serverFirst, string clientFinal, string? serverFinal,
        params (string Type, byte[] Data)[] bindings)
    {
        using SaslRun run = await SaslRun.StartAsync(mechanism, SaslRun.Context(tls: true, offered: ["SCRAM-SHA-1", "SCRAM-SHA-256"], bindings: bindings));

        Assert.Equal(clientFirst, run.Initial);
        string? response = await run.RespondAsync(serverFirst);
        if (serverFinal is null)
        {
            Assert.StartsWith(clientFinal, response, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(clientFinal, response);
        Assert.Equal("", await run.RespondAsync(serverFinal));
        run.Complete(accepted: true);
        await run.FailAsync("more");
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
