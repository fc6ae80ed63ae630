using System.Text.Json;

namespace SfMarketo.Kernel.Control;

/// <summary>Something that people do at the vendor's screens, under <c>POST /__sim/actions/NAME</c>.</summary>
/// <param name="Name">As in the path.</param>
/// <param name="About">One line, with the members of its body.</param>
/// <param name="Run">Reads the body to its end, acts, and writes the members of its answer.</param>
public sealed record ControlAction(string Name, string About, Action<ControlInput, Utf8JsonWriter> Run);
