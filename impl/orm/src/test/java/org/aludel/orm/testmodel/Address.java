package org.aludel.orm.testmodel;

import static org.aludel.schema.ForeignKeyAction.CASCADE;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

@Mapped(table = "addresses")
public class Address {

    @Id
    private Integer id;

    @Col(length = 80)
    private String city;

    @References(value = "users.id", onDelete = CASCADE)
    private Integer userId;

    @Relationship
    private User user;

    public Address() {}

    public Address(String city) {
        this.city = city;
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public Integer getUserId() {
        return userId;
    }

    public void setUserId(Integer userId) {
        this.userId = userId;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }
}
