package org.aludel.orm.testmodel;

import static org.aludel.orm.Cascade.ALL;
import static org.aludel.orm.Cascade.DELETE_ORPHAN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;

@Mapped(table = "users")
public class User {

    @Id
    private Integer id;

    @Col(length = 50, nullable = false)
    private String name;

    @Col(length = 60, unique = true)
    private String email;

    private Integer age;

    @Col(precision = 12, scale = 2)
    private BigDecimal balance;

    @Relationship(
            backref = "user",
            cascade = {ALL, DELETE_ORPHAN},
            orderBy = "city")
    private List<Address> addresses = new ArrayList<>();

    @Relationship(secondary = "user_keywords", backref = "users")
    private Set<Keyword> keywords = new HashSet<>();

    public User() {}

    public User(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Integer getAge() {
        return age;
    }

    public void setAge(Integer age) {
        this.age = age;
    }

    public BigDecimal getBalance() {
        return balance;
    }

    public void setBalance(BigDecimal balance) {
        this.balance = balance;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = addresses;
    }

    public Set<Keyword> getKeywords() {
        return keywords;
    }
}
