package org.aludel.databases.session;

import static org.aludel.orm.Cascade.ALL;
import static org.aludel.orm.Cascade.DELETE_ORPHAN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Somebody who writes books, each book belonging to one author and to any number of genres. */
@Mapped(table = "session_authors")
class Author {

    @Id
    private Integer id;

    @Col(length = 40, nullable = false, unique = true)
    private String name;

    private Integer age;

    @Relationship(
            backref = "author",
            cascade = {ALL, DELETE_ORPHAN},
            orderBy = "title")
    private List<Book> books = new ArrayList<>();

    Author() {}

    Author(String name) {
        this.name = name;
    }

    Integer id() {
        return id;
    }

    String name() {
        return name;
    }

    void name(String newName) {
        name = newName;
    }

    Integer age() {
        return age;
    }

    void age(Integer newAge) {
        age = newAge;
    }

    List<Book> books() {
        return books;
    }

    /** A book. */
    @Mapped(table = "session_books")
    static class Book {

        @Id
        private Integer id;

        @Col(length = 40)
        private String title;

        @References("session_authors.id")
        private Integer authorId;

        @Relationship
        private Author author;

        @Relationship(secondary = "session_book_genres", backref = "books")
        private Set<Genre> genres = new HashSet<>();

        Book() {}

        Book(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        void title(String newTitle) {
            title = newTitle;
        }

        Author author() {
            return author;
        }

        Set<Genre> genres() {
            return genres;
        }
    }

    /** A genre. */
    @Mapped(table = "session_genres")
    static class Genre {

        @Id
        private Integer id;

        @Col(length = 40)
        private String word;

        @Relationship
        private Set<Book> books = new HashSet<>();

        Genre() {}

        Genre(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        Set<Book> books() {
            return books;
        }
    }
}
