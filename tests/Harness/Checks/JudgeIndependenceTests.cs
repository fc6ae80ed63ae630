using System.Reflection;
using System.Reflection.Emit;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>Judges are independent of what they judge: nothing in their namespaces, method bodies included, refers to the engine.</summary>
public sealed class JudgeIndependenceTests
{
    private const string Engine = "SfMarketo.Sync";
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    [Fact]
    public void Checks_and_metrics_do_not_refer_to_the_engine()
    {
        var types = Judging().ToList();

        types.Should().HaveCountGreaterThan(20);
        types.SelectMany(Referred).Where(IsEngine).Should().BeEmpty();
    }

    [Fact]
    public void A_title_fits_in_one_line_of_a_terminal_beside_verdict_and_count() =>
        Judges.Catalog.Should().OnlyContain(check => check.Title.Length <= 75 && check.Id.Length <= 5).And.OnlyHaveUniqueItems(check => check.Id);

    [Fact]
    public void The_reader_of_method_bodies_sees_calls() =>
        Bodies(typeof(JudgeIndependenceTests).GetMethod(nameof(Checks_and_metrics_do_not_refer_to_the_engine))!).Should().Contain(typeof(Enumerable));

    private static IEnumerable<Type> Judging() => typeof(ICheck).Assembly.GetTypes().Where(type =>
        type.Namespace is { } name && (name.StartsWith("SfMarketo.Harness.Checks", StringComparison.Ordinal) || name.StartsWith("SfMarketo.Harness.Metrics", StringComparison.Ordinal)));

    private static bool IsEngine(Type type) =>
        type.Namespace is { } name && (name == Engine || name.StartsWith(Engine + ".", StringComparison.Ordinal));

    private static IEnumerable<Type> Referred(Type type) =>
        type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } parent ? [parent] : [])
            .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(method => Signature(method).Concat(Bodies(method))));

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo info ? [info.ReturnType] : []);

    private static IEnumerable<Type> Bodies(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments);
                if ((member as Type ?? member?.DeclaringType) is { } type)
                {
                    yield return type;
                }
            }

            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
