package org.aludel.cache;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.schema.ForeignKeyAction;

/** A row that the database deletes with its author's. */
@Mapped(table = "books")
class Book {
    @Id
    Integer id;

    @Col(length = 50)
    String title;

    @Col(precision = 10, scale = 2)
    BigDecimal price;

    LocalDate published;

    @References(value = "authors.id", onDelete = ForeignKeyAction.CASCADE)
    Integer authorId;

    @Relationship
    Author author;
}
