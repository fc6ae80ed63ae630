using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.SalesPersons;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>How people hang on companies: by <c>externalCompanyId</c>, never unlinked, their company fields being the company's.</summary>
/// <remarks>
/// Source: Marketo REST API, "Companies"; the three statements of Adobe about company fields of a person are in shared/reference/marketo.md section 9.9
/// (sw:lead.companyFields), and native sync in sections 7 and 9.11 (sw:crm.native).
/// </remarks>
internal sealed class CompanyLinks(MarketoInstance instance)
{
    /// <summary>Why a client may not write these fields on this person; null when it may.</summary>
    /// <param name="row">The person, or null for one that the write makes.</param>
    /// <param name="fields">What the client writes.</param>
    public MarketoError? Check(PersonRow? row, ReadOnlySpan<FieldValue> fields)
    {
        string? key = null;
        var writesCompany = false;
        foreach (var (field, value) in fields)
        {
            writesCompany |= field.Company;
            key = field == instance.Schema.ExternalCompanyId ? (string?)value ?? key : key;
        }

        var switches = instance.Options.Switches;
        if (writesCompany && row is not null && IsOfCrm(row))
        {
            return MarketoErrors.CompanyUpdateNotAllowed;
        }

        var known = key is null || instance.Store.Companies.Find(key) is not null;
        if (!known && switches.LeadUnknownCompany == UnknownCompany.Skip)
        {
            return MarketoErrors.ObjectNotFound;
        }

        if (SalesPersonKind.IsUnknown(instance, fields))
        {
            return MarketoErrors.ObjectNotFound;
        }

        if (!writesCompany || switches.LeadCompanyFields == CompanyFieldsOfLead.WriteThrough)
        {
            return null;
        }

        var linked = (key is not null && (known || switches.LeadUnknownCompany == UnknownCompany.Create)) || (row is not null && KeyOf(row) is not null);
        return linked || switches.LeadCompanyFields == CompanyFieldsOfLead.Skip1021Always ? MarketoErrors.CompanyUpdateNotAllowed : null;
    }

    /// <summary>Takes out of a write what goes to the company instead of the person, and writes it there.</summary>
    /// <param name="row">The person, or null for one that the write makes.</param>
    /// <param name="fields">The whole write.</param>
    /// <param name="context">Who does it.</param>
    /// <param name="joined">The company that the person is newly linked to, whose values it then inherits.</param>
    /// <returns>What is left for the person.</returns>
    public ReadOnlySpan<FieldValue> Divert(PersonRow? row, ReadOnlySpan<FieldValue> fields, scoped in ChangeContext context, out ObjectRow? joined)
    {
        joined = null;
        if (!Concerns(row, fields))
        {
            return fields;
        }

        var now = row is null ? null : KeyOf(row);
        var key = now;
        foreach (var (field, value) in fields)
        {
            // Blanking the key changes nothing: a person cannot be unlinked, only moved.
            key = field == instance.Schema.ExternalCompanyId && value is string wanted ? wanted : key;
        }

        var kind = instance.Store.Objects.Kinds.Company;
        var company = key is null ? null : instance.Store.Companies.Find(key);
        if (company is null && key is not null && instance.Options.Switches.LeadUnknownCompany == UnknownCompany.Create)
        {
            company = instance.ObjectWriter.Create(instance.Store.Companies, [new FieldValue(kind.Dedupe[0], key)], context);
        }

        var own = new List<FieldValue>(fields.Length);
        var companys = new List<FieldValue>();
        foreach (var cell in fields)
        {
            if (cell.Field == instance.Schema.ExternalCompanyId)
            {
                if (company is not null)
                {
                    own.Add(new FieldValue(cell.Field, kind.KeyOf(company.Values)));
                }
            }
            else if (cell.Field.Company && company is not null)
            {
                companys.Add(new FieldValue(kind.FromPerson(cell.Field), cell.Value));
            }
            else
            {
                own.Add(cell);
            }
        }

        if (companys.Count > 0)
        {
            company = instance.ObjectWriter.Update(instance.Store.Companies, company!, [.. companys], context);
        }

        joined = company is not null && !string.Equals(now, kind.KeyOf(company.Values), StringComparison.OrdinalIgnoreCase) ? company : null;
        return own.ToArray();
    }

    public string? KeyOf(PersonRow row) => (string?)row.Values[instance.Schema.ExternalCompanyId.Number];

    /// <summary>Under native sync the account of the CRM owns the company fields of its people, whatever lead.companyFields says (unverified); those of others stay writable.</summary>
    private bool IsOfCrm(PersonRow row) =>
        instance.Options.Switches.CrmNative != NativeCrm.Off && row.Values[instance.Schema.Find("sfdcAccountId")!.Number] is not null;

    private bool Concerns(PersonRow? row, ReadOnlySpan<FieldValue> fields)
    {
        var linked = row is not null && KeyOf(row) is not null;
        foreach (var (field, _) in fields)
        {
            if (field == instance.Schema.ExternalCompanyId || (linked && field.Company))
            {
                return true;
            }
        }

        return false;
    }
}
