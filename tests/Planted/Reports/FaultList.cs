using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Reports;

/// <summary>Prints faults without planting them.</summary>
internal static class FaultList
{
    public static void Write(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            Console.WriteLine($"{fault.Name} ({fault.Rule}): {fault.Breaks}");
        }

        Console.WriteLine($"{faults.Count} faults");
    }
}
