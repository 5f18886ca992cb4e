package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.aliased;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Two levels of aliased self joins. */
@ScenarioId("query.join-joinpoint-08")
final class QueryJoinJoinpoint08 extends Scenario {

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

    private Alias<Category> p1;
    private Alias<Category> p2;

    @Override
    protected void steps() {
        step(() -> s
                .query(Category.class)
                .filter(QueryJoinJoinpoint08_Category_.name.eq("Chicago"))
                .joinAliased("parent_category")
                .filter(QueryJoinJoinpoint08_Category_.name.eq("Illinois"))
                .fromJoinpoint()
                .joinAliased("parent_category")
                .filter(QueryJoinJoinpoint08_Category_.name.eq("USA"))
                .all()
                .stream()
                .map(c -> c.id)
                .toList());
        step(() -> {
            p1 = aliased(Category.class);
            p2 = aliased(Category.class);
            return s
                    .query(Category.class)
                    .filter(QueryJoinJoinpoint08_Category_.name.eq("Chicago"))
                    .join(QueryJoinJoinpoint08_Category_.parent_category.ofType(p1))
                    .filter(p1.get(QueryJoinJoinpoint08_Category_.name).eq("Illinois"))
                    .join(p1.get(QueryJoinJoinpoint08_Category_.parent_category).ofType(p2))
                    .filter(p2.get(QueryJoinJoinpoint08_Category_.name).eq("USA"))
                    .all()
                    .stream()
                    .map(c -> c.id)
                    .toList();
        });
        step(() -> s
                .query(Category.class)
                .filter(QueryJoinJoinpoint08_Category_.name.eq("Chicago"))
                .join(p1, QueryJoinJoinpoint08_Category_.parent_category)
                .join(p2, p1.get(QueryJoinJoinpoint08_Category_.parent_category))
                .filter(
                        p1.get(QueryJoinJoinpoint08_Category_.name).eq("Ohio"),
                        p2.get(QueryJoinJoinpoint08_Category_.name).eq("USA"))
                .all()
                .stream()
                .map(c -> c.id)
                .toList());
    }
}
