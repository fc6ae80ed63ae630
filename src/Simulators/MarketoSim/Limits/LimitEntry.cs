using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Limits;

/// <summary>One limit of the instance by its name in the control API.</summary>
/// <param name="Name">As in <c>PUT /__sim/limits</c>.</param>
/// <param name="Most">Largest value taken; the smallest is 1.</param>
/// <param name="Get">Reads it.</param>
/// <param name="With">The options with another value.</param>
internal sealed record LimitEntry(string Name, int Most, Func<MarketoSimOptions, int> Get, Func<MarketoSimOptions, int, MarketoSimOptions> With);
