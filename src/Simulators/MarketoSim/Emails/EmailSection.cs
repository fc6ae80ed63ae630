namespace SfMarketo.MarketoSim.Emails;

/// <summary>An editable section of an e-mail.</summary>
/// <param name="HtmlId">Id of its element in the template.</param>
/// <param name="ContentType"><c>Text</c>, <c>DynamicContent</c> or <c>Snippet</c>.</param>
/// <param name="Value">The HTML of a text; the id of a segmentation or snippet.</param>
/// <param name="Text">The text version of a text.</param>
public sealed record EmailSection(string HtmlId, string ContentType, string Value, string Text)
{
    /// <summary>What an e-mail has of which no more is said.</summary>
    public static EmailSection Plain { get; } = new("edit_text_1", EmailContent.TextType, "<p>Hello</p>", "Hello");
}
