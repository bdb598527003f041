namespace ImapAsync.Benchmarks;

/// <summary>Two diagrams side by side, time and peak memory against the number of messages, both axes logarithmic.</summary>
internal static class GrowthChart
{
    private const int Height = 320;
    private const int PanelWidth = 420;
    private const int Margin = 60;

    private static readonly (string Kind, string Title, string Colour)[] Series =
        [("W1g", "W1, kept in a list", "#1f77b4"), ("W1n", "W1, not kept", "#ff7f0e"), ("W2g", "W2, kept in a list", "#2ca02c"), ("W2n", "W2, not kept", "#d62728")];

    public static string Draw(IReadOnlyList<Figure> figures)
    {
        Figure[] grown = [.. figures.Where(figure => figure.Work.IsGrowth && figure.Peer.Name == PeerList.Sdk)];
        Svg svg = new(2 * PanelWidth, Height);
        DrawPanel(svg, 0, "milliseconds", grown, static figure => figure.Median.WallMs, lowest: 0, decades: 4);
        DrawPanel(svg, PanelWidth, "peak RSS in MB", grown, static figure => figure.Median.PeakRss / 1048576.0, lowest: 1, decades: 3);
        return svg.ToString();
    }

    private static void DrawPanel(Svg svg, double left, string title, Figure[] figures, Func<Figure, double> value, int lowest, int decades)
    {
        svg.Text(left + Margin, 20, title, size: 14);
        for (int power = 3; power <= 6; power++)
            svg.Text(X(left, Math.Pow(10, power)), Height - 30, $"10^{power}", anchor: "middle", size: 10);
        for (int power = lowest; power <= lowest + decades; power++)
        {
            double y = Y(Math.Pow(10, power), lowest, decades);
            svg.Line(left + Margin, y, left + PanelWidth - 20, y);
            svg.Text(left + Margin - 4, y + 4, $"{Math.Pow(10, power):0}", anchor: "end", size: 10);
        }

        double legend = 40;
        foreach ((string kind, string name, string colour) in Series)
        {
            Figure[] points = [.. figures.Where(figure => figure.Work.Kind == kind).OrderBy(figure => figure.Work.Count)];
            for (int i = 0; i < points.Length; i++)
            {
                svg.Dot(X(left, points[i].Work.Count), Y(value(points[i]), lowest, decades), colour);
                if (i > 0)
                    svg.Line(X(left, points[i - 1].Work.Count), Y(value(points[i - 1]), lowest, decades), X(left, points[i].Work.Count), Y(value(points[i]), lowest, decades), colour, 2);
            }

            svg.Text(left + Margin + 10, legend, name, size: 11, colour: colour);
            legend += 14;
        }

        svg.Text(left + (PanelWidth / 2), Height - 10, "messages", anchor: "middle", size: 11);
    }

    private static double X(double left, double count) => left + Margin + 10 + ((Math.Log10(count) - 3) / 3 * (PanelWidth - Margin - 50));

    private static double Y(double value, int lowest, int decades) =>
        Height - 50 - ((Math.Log10(Math.Max(value, Math.Pow(10, lowest))) - lowest) / decades * (Height - 90));
}
