package org.aludel.cache;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;

/** The parent of books. */
@Mapped(table = "authors")
class Author {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    byte[] picture;
    long born;
    boolean alive;
    double rating;

    @Relationship(
            backref = "author",
            orderBy = "id",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    List<Book> books = new ArrayList<>();
}
