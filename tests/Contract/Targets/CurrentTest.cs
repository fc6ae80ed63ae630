using System.Reflection;
using SfMarketo.Tests.Contract.Fidelity;
using Xunit.v3;

namespace SfMarketo.Tests.Contract.Targets;

/// <summary>The test that is running, as far as the hosts need to know it.</summary>
internal static class CurrentTest
{
    /// <summary>Null when the test speaks only the vendor's API.</summary>
    public static SimulatorOnlyAttribute? SimulatorOnly
    {
        get
        {
            var method = (TestContext.Current.TestMethod as IXunitTestMethod)?.Method;
            return method?.GetCustomAttribute<SimulatorOnlyAttribute>() ?? method?.ReflectedType?.GetCustomAttribute<SimulatorOnlyAttribute>();
        }
    }

    /// <summary>The inside of a simulator is for tests that say that they need it: so the share of the others is true.</summary>
    /// <exception cref="InvalidOperationException">The test is not marked.</exception>
    public static void NeedsSimulator(string what)
    {
        if (Target.IsContract && SimulatorOnly is null && TestContext.Current.TestMethod is { } test)
        {
            throw new InvalidOperationException($"{test.MethodName} uses {what}, which the vendor does not offer: mark it [SimulatorOnly], or ask the vendor's API instead.");
        }
    }
}
