package org.aludel.itests.corpus.orm.load;

import java.util.stream.StreamSupport;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.DynamicRelation;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Append and remove on a dynamic relation. */
@ScenarioId("load.dynamic-write-50")
final class LoadDynamicWrite50 extends Scenario {

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
        DynamicRelation<Category> subcategories;
    }

    private Category cat;
    private Category somecat;
    private Category someothercat;
    private Category n;

    @Override
    protected void steps() {
        step(() -> {
            cat = s.get(Category.class, 1);
            somecat = s.get(Category.class, 5);
            someothercat = with(new Category(), x1 -> x1.name = "subcat");
            cat.subcategories.remove(somecat);
            cat.subcategories.add(someothercat);
            return hist(cat, "subcategories");
        });
        step(() -> s.flush());
        step(() -> {
            s.commit();
            return cat.subcategories.all().stream().map(c -> c.name).toList();
        });
        step(() -> {
            n = with(new Category(), x1 -> x1.name = "top");
            n.subcategories.add(with(new Category(), x1 -> x1.name = "child"));
            return StreamSupport.stream(n.subcategories.spliterator(), false)
                    .map(c -> c.name)
                    .toList();
        });
        step(() -> {
            s.add(n);
            s.flush();
        });
        step(() -> {
            n.subcategories.all().forEach(n.subcategories::remove);
            n.subcategories.add(with(new Category(), x1 -> x1.name = "replaced"));
            s.flush();
        });
        step(() -> s.commit());
    }
}
