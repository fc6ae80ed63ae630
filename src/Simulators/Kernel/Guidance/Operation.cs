namespace SfMarketo.Kernel.Guidance;

/// <summary>One thing that an API can be asked.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">With names in braces.</param>
public readonly record struct Operation(string Method, string Path);
