using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Calls the webhooks of flows and writes Call Webhook (110) when the answer is there. Marketo waits 30 s, and never tries again. Each attempt is a line of the message log.</summary>
/// <remarks>Source: Marketo, "Webhooks" (shared/reference/marketo.md section 8.8). Error 1001 is an answer without a body, 1000 a webhook in a batch campaign.</remarks>
internal sealed class WebhookCaller(MarketoInstance instance)
{
    private const int LargestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private long called;

    /// <summary>The way out. Without one every webhook fails: nothing leaves the simulator by accident.</summary>
    public HttpMessageInvoker? Sender { get; set; }

    public void Call(MarketoWebhook webhook, MarketoCampaign campaign, PersonRow row, IReadOnlyDictionary<string, string> tokens, in ChangeContext context)
    {
        if (campaign.Type == MarketoCampaignType.Batch)
        {
            Write(row.Id, webhook, "1000", "Webhooks are for trigger campaigns", context);
        }
        else if (!Uri.TryCreate(FlowTokens.Fill(instance, webhook.Url, campaign, row, tokens), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            Write(row.Id, webhook, "NotSent", "The address is none", context);
        }
        else if (Sender is not { } sender)
        {
            Record(++called, row.Id, webhook, context.At, context.At, "nowhere", 0);
            Write(row.Id, webhook, "NotSent", "The simulator has no way out", context);
        }
        else
        {
            _ = SendAsync(sender, ++called, address, FlowTokens.Fill(instance, webhook.Body, campaign, row, tokens), webhook, row.Id, context);
        }
    }

    private async Task SendAsync(HttpMessageInvoker sender, long number, Uri address, string body, MarketoWebhook webhook, int person, ChangeContext context)
    {
        var store = instance.Store;

        // The answer may be there at once; the flow is under the gate still.
        await Task.Yield();
        var (error, text, answer, status) = ("", "", "ack", 0);
        try
        {
            using var patience = new CancellationTokenSource(Patience, instance.Time);
            using var request = new HttpRequestMessage(new HttpMethod(webhook.Method), address);
            request.Content = webhook.Method == "GET" ? null : new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(webhook.ContentType));
            using var response = await sender.SendAsync(request, patience.Token);
            status = (int)response.StatusCode;
            var bytes = await response.Content.ReadAsByteArrayAsync(patience.Token);
            text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, LargestAnswer)));
            (error, answer) = !response.IsSuccessStatusCode ? (status.ToString(null, null), "status") : text.Length == 0 ? ("1001", "ack") : ("", "ack");
        }
        catch (OperationCanceledException)
        {
            (error, answer) = ("Timeout", "timeout");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or ObjectDisposedException)
        {
            (error, answer, text) = ("NotSent", "refused", failed.Message);
        }

        instance.Later("webhook", now =>
        {
            // A reset has made all anew meanwhile: the ids are other people's.
            if (instance.Store == store)
            {
                Record(number, person, webhook, context.At, now, answer, status);
                Take(person, webhook, error, text, context with { At = now });
            }
        });
    }

    private void Record(long number, int person, MarketoWebhook webhook, long start, long end, string answer, int status) => instance.Recorder.Message(
        new MessageEntry(0, "", start, webhook.Name, number, [new NotificationItem(number.ToString(null, null), "Person", PersonWriter.IdText(person), 0)], 1, answer, status, end - start));

    private void Take(int person, MarketoWebhook webhook, string error, string text, in ChangeContext context)
    {
        Write(person, webhook, error, text, context);
        if (error.Length > 0 || instance.Store.People.FindLive(person) is not { } row)
        {
            return;
        }

        var fields = new List<FieldValue>();
        foreach (var (name, path) in webhook.Mapping.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (ValueAt(text, path) is { } value && instance.Schema.Find(name) is { ReadOnly: false } field && instance.Reader.FromText(value, field, out var problem) is var own && problem is null)
            {
                fields.Add(new FieldValue(field, own));
            }
        }

        instance.Writer.Update(row, [.. fields], context);
    }

    private void Write(int person, MarketoWebhook webhook, string error, string text, in ChangeContext context) =>
        instance.Store.Activities.Append(new ActivityEntry(context.At, person, ActivityTypes.CallWebhook, 0, context.CampaignId, webhook.Name, [error, text]));

    private static string? ValueAt(string text, string path)
    {
        try
        {
            if (text.TrimStart().StartsWith('<'))
            {
                XElement? element = XDocument.Parse(text).Root;
                foreach (var part in path.Split('.'))
                {
                    element = element?.Elements().FirstOrDefault(child => child.Name.LocalName == part);
                }

                return element?.Value;
            }

            using var document = JsonDocument.Parse(text);
            var at = document.RootElement;
            foreach (var part in path.Split('.'))
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
                {
                    return null;
                }
            }

            return at.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null ? null : at.ToString();
        }
        catch (Exception broken) when (broken is JsonException or XmlException)
        {
            return null;
        }
    }
}
