namespace ImapAsync;

/// <summary>The parts of ISO 8859 that .NET has no encoding for, from 0xA0 to 0xFF.</summary>
internal static class Iso8859Tables
{
    // ISO-8859-10, Nordic.
    public const string Latin6 =
        "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ" +
        "°ąēģīĩķ·ļđšŧž―ūŋ" +
        "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏ" +
        "ÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß" +
        "āáâãäåæįčéęëėíîï" +
        "ðņōóôõöũøųúûüýþĸ";

    // ISO-8859-14, Celtic.
    public const string Latin8 =
        "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®Ÿ" +
        "ḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ" +
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ" +
        "ŴÑÒÓÔÕÖṪØÙÚÛÜÝŶß" +
        "àáâãäåæçèéêëìíîï" +
        "ŵñòóôõöṫøùúûüýŷÿ";

    // ISO-8859-16, South-Eastern European.
    public const string Latin10 =
        "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ" +
        "°±ČłŽ”¶·žčș»ŒœŸż" +
        "ÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏ" +
        "ĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß" +
        "àáâăäćæçèéêëìíîï" +
        "đńòóôőöśűùúûüęțÿ";
}
