namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>What the grammar has and the simulator refuses: loudly, where it stands.</summary>
internal sealed partial class SoqlParser
{
    private void RefuseFunction()
    {
        if (token.Kind == TokenKind.Name && ahead.Kind == TokenKind.Open)
        {
            throw SoqlWords.IsFunction(Word)
                ? SoqlException.NotBuilt(statement, token.Start, Word.ToString().ToUpperInvariant() + "()")
                : SoqlException.Malformed(statement, ahead.Start, "unexpected token: '('");
        }
    }

    private void Refuse(string word, string clause)
    {
        if (Is(word))
        {
            throw SoqlException.NotBuilt(statement, token.Start, clause);
        }
    }

    private void RefuseBeforeOrder()
    {
        if (Is("WITH") && (NextIs("SECURITY_ENFORCED") || NextIs("USER_MODE") || NextIs("SYSTEM_MODE")))
        {
            // Apex only; soql.apexOnlyClauses = reject.
            throw Unexpected();
        }

        Refuse("WITH", "WITH");
        if (Is("GROUP") && NextIs("BY"))
        {
            throw SoqlException.NotBuilt(statement, token.Start, "GROUP BY");
        }
    }

    private void RefuseAfterOffset()
    {
        if (Is("FOR") && (NextIs("VIEW") || NextIs("REFERENCE")))
        {
            throw SoqlException.NotBuilt(statement, token.Start, "FOR VIEW and FOR REFERENCE");
        }

        if (Is("UPDATE") && (NextIs("TRACKING") || NextIs("VIEWSTAT")))
        {
            throw SoqlException.NotBuilt(statement, token.Start, "UPDATE TRACKING and UPDATE VIEWSTAT");
        }

        if (Is("ALL") && NextIs("ROWS"))
        {
            throw SoqlException.Malformed(statement, token.Start, "ALL ROWS not allowed in this context");
        }
    }
}
