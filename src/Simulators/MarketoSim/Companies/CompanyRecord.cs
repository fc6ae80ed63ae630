using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>One record of a companies call: its key (id or external key) and what to write, or the reason why it cannot be taken.</summary>
internal sealed record CompanyRecord(object? Key, FieldValue[] Cells, MarketoError? Problem)
{
    public CompanyRow? Find(CompanyTable companies) => Key is int id ? companies.FindLive(id) : companies.Find((string)Key!);
}
