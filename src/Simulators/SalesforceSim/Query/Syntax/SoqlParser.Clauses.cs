namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>The rules of a query and its clauses.</summary>
internal sealed partial class SoqlParser
{
    private static readonly string[] ApexModes = ["SECURITY_ENFORCED", "USER_MODE", "SYSTEM_MODE"];

    private SoqlQuery Query()
    {
        Expect("SELECT");
        var countOnly = IsCountOnly();
        var fields = countOnly ? [] : SelectList();
        Expect("FROM");
        var @object = Name();
        SoqlName? qualifier = null;
        if (children > 0 && Accept(TokenKind.Dot))
        {
            (qualifier, @object) = (@object, Name());
        }

        var alias = Alias();
        IReadOnlyList<ParentAlias> parents = token.Kind == TokenKind.Comma ? Parents() : [];
        var query = new SoqlQuery(statement, @object)
        {
            CountOnly = countOnly,
            Fields = fields,
            Qualifier = qualifier,
            Alias = alias,
            Parents = parents,
            Scope = Scope(),
            Where = AcceptWord("WHERE") ? Condition() : null,
        };
        return End(With(query));
    }

    private List<ParentAlias> Parents()
    {
        List<ParentAlias> parents = [];
        while (Accept(TokenKind.Comma))
        {
            var path = Path();
            parents.Add(new ParentAlias(path, Alias() ?? throw Unexpected()));
        }

        return parents;
    }

    private SoqlName? Scope()
    {
        if (!AcceptWord("USING"))
        {
            return null;
        }

        Expect("SCOPE");
        return Name();
    }

    private SoqlQuery With(SoqlQuery query)
    {
        if (!Is("WITH"))
        {
            return query;
        }

        var with = Take();
        foreach (var mode in ApexModes)
        {
            if (AcceptWord(mode))
            {
                return query with { ApexOnly = with };
            }
        }

        if (!Is("DATA") || !NextIs("CATEGORY"))
        {
            throw Unexpected();
        }

        Advance();
        Advance();
        do
        {
            Name();
            if (!AcceptWord("AT") && !AcceptWord("ABOVE") && !AcceptWord("BELOW") && !AcceptWord("ABOVE_OR_BELOW"))
            {
                throw Unexpected();
            }

            CategoryNames();
        }
        while (AcceptWord("AND"));
        return query with { ArticlesOnly = new SoqlName("WITH DATA CATEGORY", with.At) };
    }

    private void CategoryNames()
    {
        if (!Accept(TokenKind.Open))
        {
            Name();
            return;
        }

        do
        {
            Name();
        }
        while (Accept(TokenKind.Comma));
        Expect(TokenKind.Close);
    }

    private SoqlQuery End(SoqlQuery query)
    {
        var group = Is("GROUP") && NextIs("BY") ? GroupBy() : null;
        var having = group is not null && AcceptWord("HAVING") ? Condition() : null;
        List<OrderItem> order = AcceptWord("ORDER") ? OrderBy() : [];
        if (query.CountOnly && (group is not null || order.Count > 0))
        {
            throw SoqlException.Malformed(statement, group?.At ?? order[0].Term.At, $"COUNT() and {(group is null ? "ORDER BY" : "GROUP BY")} cannot be used together");
        }

        query = query with
        {
            GroupBy = group,
            Having = having,
            OrderBy = order,
            Limit = AcceptWord("LIMIT") ? WholeNumber() : null,
            Offset = AcceptWord("OFFSET") ? WholeNumber() : null,
        };
        return token.Kind == TokenKind.Name ? Marks(query) : query;
    }

    /// <summary>What stands after OFFSET: FOR, UPDATE, ALL ROWS.</summary>
    private SoqlQuery Marks(SoqlQuery query)
    {
        if (Is("FOR") && NextIs("UPDATE"))
        {
            query = query with { ApexOnly = query.ApexOnly ?? Take() };
            AcceptWord("FOR");
            Advance();
        }
        else if (Is("FOR") && (NextIs("VIEW") || NextIs("REFERENCE")))
        {
            Advance();
            query = query with { View = Is("VIEW") ? ViewMark.View : ViewMark.Reference };
            Advance();
        }

        if (Is("UPDATE") && (NextIs("TRACKING") || NextIs("VIEWSTAT")))
        {
            query = query with { ArticlesOnly = query.ArticlesOnly ?? new SoqlName("UPDATE " + statement.Substring(ahead.Start, ahead.Length).ToUpperInvariant(), token.Start) };
            Advance();
            Advance();
        }

        return Is("ALL") && NextIs("ROWS") ? throw SoqlException.Malformed(statement, token.Start, "ALL ROWS not allowed in this context") : query;
    }

    private GroupClause GroupBy()
    {
        var at = token.Start;
        Advance();
        Advance();
        var kind = ahead.Kind != TokenKind.Open ? GroupKind.Plain : Is("ROLLUP") ? GroupKind.Rollup : Is("CUBE") ? GroupKind.Cube : GroupKind.Plain;
        if (kind != GroupKind.Plain)
        {
            Advance();
            Advance();
        }

        List<SoqlTerm> terms = [];
        do
        {
            terms.Add(Term());
        }
        while (Accept(TokenKind.Comma));
        if (kind != GroupKind.Plain)
        {
            Expect(TokenKind.Close);
        }

        return new GroupClause(kind, terms, at);
    }

    private List<OrderItem> OrderBy()
    {
        Expect("BY");
        List<OrderItem> items = [];
        do
        {
            var term = Term();
            var descending = AcceptWord("DESC");
            if (!descending)
            {
                AcceptWord("ASC");
            }

            var nullsLast = false;
            if (AcceptWord("NULLS"))
            {
                nullsLast = AcceptWord("LAST");
                if (!nullsLast)
                {
                    Expect("FIRST");
                }
            }

            items.Add(new OrderItem(term, descending, nullsLast));
        }
        while (Accept(TokenKind.Comma));
        return items;
    }
}
