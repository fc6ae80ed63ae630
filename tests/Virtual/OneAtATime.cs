// The pool has one worker: two worlds at once would each wait for the other to fall silent.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
