using System.Text.Json;

namespace SfMarketo.Kernel.Control;

/// <summary><c>switches</c>: what the vendor leaves unclear.</summary>
internal static class SwitchRoutes
{
    public static void Read(ControlCall call)
    {
        var control = call.Member.Control;
        foreach (var name in control.SwitchNames)
        {
            call.Json.WriteStartObject(name);
            call.Json.WriteString("value"u8, control.GetSwitch(name));
            call.Json.WriteStartArray("values"u8);
            foreach (var value in control.SwitchValues(name))
            {
                call.Json.WriteStringValue(value);
            }

            call.Json.WriteEndArray();
            call.Json.WriteEndObject();
        }
    }

    public static void Change(ControlCall call)
    {
        var control = call.Member.Control;
        List<(string Name, string Value)> wanted = [];
        foreach (var name in control.SwitchNames)
        {
            if (call.Input.Scalar(name) is { } value)
            {
                wanted.Add((name, value));
            }
        }

        call.Input.End();
        var before = wanted.ConvertAll(one => control.GetSwitch(one.Name));
        for (var place = 0; place < wanted.Count; place++)
        {
            try
            {
                control.SetSwitch(wanted[place].Name, wanted[place].Value);
            }
            catch (ArgumentException)
            {
                // All or nothing.
                for (var done = 0; done < place; done++)
                {
                    control.SetSwitch(wanted[done].Name, before[done]);
                }

                throw new ControlException(
                    $"{wanted[place].Name} cannot be '{wanted[place].Value}'", wanted[place].Name, $"it takes {string.Join(" or ", control.SwitchValues(wanted[place].Name))}");
            }
        }

        Write(call.Json, control);
    }

    /// <summary>All switches with their values.</summary>
    public static void Write(Utf8JsonWriter json, SimControl control)
    {
        json.WriteStartObject("switches"u8);
        foreach (var name in control.SwitchNames)
        {
            json.WriteString(name, control.GetSwitch(name));
        }

        json.WriteEndObject();
    }
}
