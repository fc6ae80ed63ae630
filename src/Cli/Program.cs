using SfMarketo.Cli;

return await CommandLine.RunAsync(args, Composition.CreateRunner);
