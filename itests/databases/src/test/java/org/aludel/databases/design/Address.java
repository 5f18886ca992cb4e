package org.aludel.databases.design;

import static org.aludel.schema.ForeignKeyAction.CASCADE;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

@Mapped(table = "addresses")
public class Address {
    @Id
    private Integer id;

    private String city;

    @References(value = "users.id", onDelete = CASCADE)
    private Integer userId; // column user_id by the naming strategy

    @Relationship
    private User user; // paired with the backref of that name; direction comes from the foreign key

    @References("streets.id")
    private Integer streetId;

    @Relationship
    private Street street;

    public Address(String city) {
        this.city = city;
    }

    public Integer getId() {
        return id;
    }

    public String getCity() {
        return city;
    }

    public User getUser() {
        return user;
    }

    public Street getStreet() {
        return street;
    }

    public void setStreet(Street street) {
        this.street = street;
    }
}
