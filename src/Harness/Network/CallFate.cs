namespace SfMarketo.Harness.Network;

/// <summary>What the network does with one call.</summary>
public enum CallFate
{
    /// <summary>Request and answer arrive.</summary>
    Arrives,

    /// <summary>The connection breaks before the server has seen the request.</summary>
    RequestLost,

    /// <summary>The server does what was asked; the connection breaks before the answer is there.</summary>
    AnswerLost,

    /// <summary>The server does what was asked; the client hears nothing until it gives up.</summary>
    AnswerNeverComes,
}
