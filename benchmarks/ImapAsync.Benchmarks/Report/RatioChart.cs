namespace ImapAsync.Benchmarks;

/// <summary>Bars: the time of each peer in each work, as a multiple of the raw drain's, on a logarithmic scale.</summary>
internal static class RatioChart
{
    private const int Left = 120;
    private const int Right = 110;
    private const int Width = 860;
    private const int BarHeight = 12;
    private const double Decades = 4;

    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        [PeerList.Sdk] = "#1f77b4",
        ["imaplib"] = "#bcbd22",
        ["imapflow"] = "#2ca02c",
        ["curl"] = "#9467bd",
        ["mbsync"] = "#8c564b",
        ["mailkit"] = "#d62728",
    };

    public static string Draw(IReadOnlyList<Figure> figures)
    {
        IGrouping<Work, Figure>[] groups = [.. figures.Where(figure => !figure.Work.IsGrowth && figure.Work.Kind != "W8").GroupBy(figure => figure.Work).Where(group => group.Count() > 1)];
        int rows = groups.Sum(group => group.Count() - 1);
        int height = 70 + (rows * (BarHeight + 2)) + (groups.Length * 8);
        Svg svg = new(Width, height);
        svg.Text(10, 20, "Wall clock as a multiple of the raw drain (logarithmic; shorter is better)", size: 14);
        DrawScale(svg, height);
        double y = 50;
        foreach (IGrouping<Work, Figure> group in groups)
        {
            double raw = group.First(figure => figure.Peer.Name == PeerList.Raw).Median.WallMs;
            svg.Text(10, y + BarHeight, group.Key.Name, colour: "#000");
            foreach (Figure figure in group.Where(figure => figure.Peer.Name != PeerList.Raw))
            {
                double ratio = figure.Median.WallMs / raw;
                svg.Bar(Left, y, X(ratio) - Left, BarHeight, Colours.GetValueOrDefault(figure.Peer.Name, "#777"));
                svg.Text(Math.Max(X(ratio), Left) + 4, y + BarHeight - 2, $"{figure.Peer.Title} {ratio:0.#}×", size: 10);
                y += BarHeight + 2;
            }

            y += 8;
        }

        return svg.ToString();
    }

    private static void DrawScale(Svg svg, int height)
    {
        for (int decade = 0; decade <= Decades; decade++)
        {
            double x = X(Math.Pow(10, decade));
            svg.Line(x, 42, x, height - 10);
            svg.Text(x, 38, $"{Math.Pow(10, decade):0}×", anchor: "middle", size: 10);
        }
    }

    private static double X(double ratio) => Left + (Math.Log10(Math.Max(ratio, 1)) / Decades * (Width - Left - Right));
}
