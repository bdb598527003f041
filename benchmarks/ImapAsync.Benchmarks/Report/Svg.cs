using System.Globalization;
using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>A small SVG drawing.</summary>
internal sealed class Svg(int width, int height)
{
    private readonly StringBuilder _body = new();

    public void Text(double x, double y, string text, string anchor = "start", int size = 12, string colour = "#333") =>
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\">{System.Net.WebUtility.HtmlEncode(text)}</text>\n");

    public void Bar(double x, double y, double barWidth, double barHeight, string colour) =>
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(barWidth, 1):0.#}\" height=\"{barHeight:0.#}\" fill=\"{colour}\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string colour = "#ccc", double thickness = 1) =>
        _body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>\n");

    public void Dot(double x, double y, string colour) =>
        _body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\" fill=\"{colour}\"/>\n");

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\">\n"
        + $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{_body}</svg>\n";
}
