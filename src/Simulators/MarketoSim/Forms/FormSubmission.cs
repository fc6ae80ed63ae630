using System.Runtime.InteropServices;
using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Forms;

/// <summary>A parsed and checked body of Submit Form.</summary>
internal sealed class FormSubmission
{
    private FormSubmission(MarketoForm form, MarketoProgram? program) => (Form, Program) = (form, program);

    public MarketoForm Form { get; }

    public MarketoProgram? Program { get; }

    public List<FieldValue> Fields { get; } = [];

    /// <summary>Fields of the membership, where a program is named.</summary>
    public List<FieldValue> MemberFields { get; } = [];

    public string Email { get; private set; } = "";

    public FormVisit? Visit { get; private set; }

    /// <summary>The cookie's token, or null.</summary>
    public string? Token { get; private set; }

    /// <summary>Why the one record is skipped; null when it is not.</summary>
    public MarketoError? Problem { get; private set; }

    /// <summary>False when the call was refused.</summary>
    public static bool TryRead(MarketoCall call, out FormSubmission submission)
    {
        submission = null!;
        if (!JsonBody.TryOpen(call, out var body) || !body.TryWhole("formId", out var formId, required: true) || !body.TryWhole("programId", out var programId) || !body.TryInput(out var input))
        {
            return false;
        }

        if (input.Count != 1)
        {
            return Refuse(call, input.Count == 0 ? MarketoErrors.MissingParameter("input") : MarketoErrors.InvalidData($"The number of records {input.Count} is over 1"));
        }

        if (call.Instance.Assets.FindForm(formId!.Value) is not { } form)
        {
            return Refuse(call, new MarketoError("1013", $"Form '{formId}' not found"));
        }

        var program = programId is { } id ? call.Instance.Assets.FindProgram(id) : null;
        if (program is null && programId is not null)
        {
            return Refuse(call, new MarketoError("1013", $"Program '{programId}' not found"));
        }

        submission = new FormSubmission(form, program);
        return submission.TryReadRecord(call, input[0]);
    }

    private bool TryReadRecord(MarketoCall call, JsonBody record)
    {
        if (!record.TryObject("leadFormFields", out var fields, required: true) || !record.TryObject("visitorData", out var visitor) || !record.TryText("cookie", out var cookie))
        {
            return false;
        }

        if (cookie is not null && (Token = Cookie.TokenOf(cookie)) is null)
        {
            return Refuse(call, MarketoErrors.InvalidCookie(cookie));
        }

        if (visitor is { } data)
        {
            if (!data.TryText("leadClientIpAddress", out var address) || !data.TryText("queryString", out var query) || !data.TryText("pageURL", out var page)
                || !data.TryText("userAgentString", out var agent))
            {
                return false;
            }

            Visit = new FormVisit(address, query, page, agent);
        }

        foreach (var (name, value) in fields!.Value.Members)
        {
            ReadField(call, name, value);
        }

        Problem ??= Email.Length == 0 ? MarketoErrors.MissingParameter("email") : null;
        return true;
    }

    /// <summary>A field must be on the form and have a value, both documented; the e-mail is on every form.</summary>
    private void ReadField(MarketoCall call, string name, JsonElement element)
    {
        var onForm = Form.Fields.Count == 0 || name == "email" || Form.Fields.Contains(name);
        var ofMember = Program is not null ? call.Instance.MemberSchema.Find(name) : null;
        if ((ofMember ?? call.Instance.Schema.Find(name)) is not { ReadOnly: false } field || (!onForm && ofMember is null) || element.ValueKind == JsonValueKind.Null)
        {
            Problem ??= MarketoErrors.FormInvalid;
            return;
        }

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
        reader.Read();
        var value = call.Instance.Reader.Read(ref reader, field, out var misfit);
        Problem ??= misfit;
        (ofMember is null ? Fields : MemberFields).Add(new FieldValue(field, value));
        Email = field == call.Instance.Schema.Email && value is string email ? email : Email;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
