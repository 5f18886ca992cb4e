package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.entity;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.sql.Cte;
import org.aludel.sql.TableAlias;

/** Manual alias join. */
@ScenarioId("query.self-ref-any-alias-28")
final class QuerySelfRefAnyAlias28 extends Scenario {

    @Mapped(table = "categories")
    static class Category {
        @Id
        Integer id;

        String name;

        @References("categories.id")
        Integer subcategory_of;

        @Relationship(backref = "subcategories", remoteSide = "id")
        Category parent_category;

        @Relationship(orderBy = "id")
        List<Category> subcategories = new ArrayList<>();
    }

    private Alias<Category> calias;

    @Override
    protected void steps() {
        step(() -> {
            calias = aliased(Category.class);
            return s
                    .query(Category.class)
                    .join(
                            calias,
                            calias.get(QuerySelfRefAnyAlias28_Category_.id)
                                    .eq(QuerySelfRefAnyAlias28_Category_.subcategory_of))
                    .filter(calias.get(QuerySelfRefAnyAlias28_Category_.name).eq("USA"))
                    .orderBy(QuerySelfRefAnyAlias28_Category_.id)
                    .all()
                    .stream()
                    .map(c -> c.name)
                    .toList();
        });
        step(() -> s
                .query(entity(Category.class), calias)
                .outerJoin(calias, QuerySelfRefAnyAlias28_Category_.parent_category)
                .filter(QuerySelfRefAnyAlias28_Category_.id.lt(3))
                .orderBy(QuerySelfRefAnyAlias28_Category_.id)
                .all()
                .stream()
                .filter(r -> r.get(1) != null)
                .map(r -> list(((Category) r.get(0)).name, ((Category) r.get(1)).name))
                .toList());
        step(() -> {
            Cte nodes = s.query(QuerySelfRefAnyAlias28_Category_.id)
                    .filter(QuerySelfRefAnyAlias28_Category_.name.eq("USA"))
                    .recursiveCte("tree");
            TableAlias sub = nodes.as("t");
            Cte all = nodes.unionAll(s.query(QuerySelfRefAnyAlias28_Category_.id)
                    .join(sub, QuerySelfRefAnyAlias28_Category_.subcategory_of.eq(sub.<Integer>c("id")))
                    .toSelect());
            return s.query(all.<Integer>c("id")).all().stream().sorted().toList();
        });
    }
}
