package org.aludel.orm.testmodel;

import java.util.HashSet;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** The other side of a many-to-many relation, made a relation by the backref alone. */
@Mapped(table = "keywords")
public class Keyword {

    @Id
    private Integer id;

    @Col(length = 40, unique = true, nullable = false)
    private String word;

    private Set<User> users = new HashSet<>();

    public Keyword() {}

    public Keyword(String word) {
        this.word = word;
    }

    public Integer getId() {
        return id;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public Set<User> getUsers() {
        return users;
    }
}
