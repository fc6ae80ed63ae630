using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>A column of a member extract.</summary>
/// <param name="Field">The field.</param>
/// <param name="OfPerson">It is the person's, not the membership's.</param>
internal readonly record struct MemberColumn(PersonField Field, bool OfPerson);
