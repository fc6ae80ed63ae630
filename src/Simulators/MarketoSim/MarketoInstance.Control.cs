using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim;

/// <content>What the control API and the filling of an instance need: answers of faults, companies that are there from the start.</content>
public sealed partial class MarketoInstance
{
    /// <summary>Creates a company without a call; people are linked to it by <c>externalCompanyId</c>.</summary>
    /// <param name="externalId">Its key.</param>
    /// <param name="fields">REST names and values.</param>
    /// <param name="cause">Name of the action.</param>
    /// <returns>The new id.</returns>
    /// <exception cref="ArgumentException">The key is taken, or a field is unknown or does not take its value.</exception>
    public int CreateCompany(string externalId, IReadOnlyList<KeyValuePair<string, object?>> fields, string cause)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (Gate)
        {
            if (Store.Companies.Find(externalId) is not null)
            {
                throw new ArgumentException($"There is a company '{externalId}' already.", nameof(externalId));
            }

            var now = NowMicros;
            using var conditions = Store.Conditions.During(Faults.LatenessOf("Company", cause, now), Faults.SkewAt(now));
            var values = new FieldValue[fields.Count];
            for (var place = 0; place < values.Length; place++)
            {
                values[place] = CompanyValue(fields[place].Key, fields[place].Value);
            }

            var kind = Store.Companies.Kind;
            return (int)ObjectWriter.Create(Store.Companies, [new FieldValue(kind.Dedupe[0], externalId), .. values], ChangeContext.Human(now, cause)).Values[kind.Id.Number]!;
        }
    }

    /// <summary>Makes a custom object type, from now on.</summary>
    /// <exception cref="ArgumentException">The name is taken, there are ten, or its fields do not fit together.</exception>
    public void CreateCustomObject(CustomObjects.MarketoCustomObject type)
    {
        ArgumentNullException.ThrowIfNull(type);
        lock (Gate)
        {
            Store.Objects.Add(type);
        }
    }

    private FieldValue CompanyValue(string name, object? value)
    {
        var field = Store.Companies.Kind.Find(name) ?? throw new ArgumentException($"Marketo companies have no field '{name}'.", nameof(name));
        MarketoError? problem = null;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var own = value is null ? null : Reader.FromText(text, field, out problem);
        return problem is { } error ? throw new ArgumentException($"The field '{name}': {error.Message}", nameof(value)) : new FieldValue(field, own);
    }

    /// <inheritdoc/>
    public override string InstanceId => Options.MunchkinId;

    /// <inheritdoc/>
    public override bool TakesInstanceId(string id, out string help)
    {
        help = "write a munchkin id: three digits, three capital letters, three digits, such as 987-XYZ-654";
        return id is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', >= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z', '-', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'];
    }

    protected override string NumberedInstanceId(int number) => string.Create(CultureInfo.InvariantCulture, $"{100 + number / 1000 % 900:000}-SIM-{number % 1000:000}");

    /// <inheritdoc/>
    public override Simulator ForkAs(string id, TimeProvider time)
    {
        lock (Gate)
        {
            return Fork(Options with { MunchkinId = id }, time, Draws.Fork("instance " + id));
        }
    }

    public override FaultAnswerTable FaultAnswers => Control.FaultAnswers.Table;

    protected override void AnswerWithCode(SimCall call, string code)
    {
        lock (Gate)
        {
            Control.FaultAnswers.Write(this, call, code);
        }
    }

    protected override void AnswerWithStatus(SimCall call, int status)
    {
        lock (Gate)
        {
            Control.FaultAnswers.WriteStatus(this, call, status);
        }
    }

    protected override void EndTokens(long at, bool revoked) => Tokens.EndAll(at, revoked);

    protected override string ClientOf(SimCall call)
    {
        var query = new CallParameters(call.Http.Request.QueryString.Value ?? "");
        return Tokens.Find(TokenText(call))?.Credential.ClientId ?? query["client_id"] ?? "";
    }
}
