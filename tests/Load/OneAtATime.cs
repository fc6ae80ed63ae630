using Xunit.Sdk;
using Xunit.v3;

// Two pumps in one pool would wait for each other's work items for ever: virtual time is one run at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
