using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

/// <summary>Calls of Bulk API 1.0 as clients make them: the session in a header of its own.</summary>
internal static class ClassicSteps
{
    public static readonly XNamespace Dataload = "http://www.force.com/2009/06/asyncapi/dataload";

    private const string Base = "/services/async/59.0/";

    public static async Task<OrgAnswer> Async(this OrgHost host, string method, string path, string? body = null, string type = "application/xml", string? session = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : Base + path);
        request.Headers.TryAddWithoutValidation("X-SFDC-Session", session ?? await host.Token());
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null || type.Length > 0 && method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? ""));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type) { CharSet = "UTF-8" };
        }

        return await host.Send(request);
    }

    public static string JobInfo(string members) => $"""<?xml version="1.0" encoding="UTF-8"?><jobInfo xmlns="{Dataload}">{members}</jobInfo>""";

    /// <summary>Makes a job in XML and returns its id.</summary>
    public static async Task<string> AsyncJob(this OrgHost host, string operation, string @object, string content, string more = "")
    {
        var made = await host.Async("POST", "job", JobInfo($"<operation>{operation}</operation><object>{@object}</object>{more}<contentType>{content}</contentType>"));
        made.Status.Should().Be(201, made.Body);
        return Element(made, "id");
    }

    public static string Element(OrgAnswer answer, string name) => XElement.Parse(answer.Body).Element(Dataload + name)!.Value;

    /// <summary>Asks every two seconds until the batch is at its end.</summary>
    public static async Task<OrgAnswer> WaitForBatch(this OrgHost host, string job, string batch)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            var info = await host.Async("GET", $"job/{job}/batch/{batch}");
            info.Status.Should().Be(200, info.Body);
            if (info.Body.Contains("Completed", StringComparison.Ordinal) || info.Body.Contains("Failed<", StringComparison.Ordinal) || info.Body.Contains("\"Failed\"", StringComparison.Ordinal) || info.Body.Contains("NotProcessed", StringComparison.Ordinal))
            {
                return info;
            }

            await host.PassAsync(TimeSpan.FromSeconds(2));
        }

        throw new TimeoutException("The batch did not end.");
    }
}
