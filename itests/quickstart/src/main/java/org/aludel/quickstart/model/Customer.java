package org.aludel.quickstart.model;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** A customer with a support representative. */
@Mapped(table = "customer")
public class Customer {

    @Id
    @Col(name = "customer_id")
    private Integer id;

    @Col(length = 40, nullable = false)
    private String firstName;

    @Col(length = 20, nullable = false)
    private String lastName;

    @Col(length = 80)
    private String company;

    @Col(length = 70)
    private String address;

    @Col(length = 40)
    private String city;

    @Col(length = 40)
    private String state;

    @Col(length = 40)
    private String country;

    @Col(length = 10)
    private String postalCode;

    @Col(length = 24)
    private String phone;

    @Col(length = 24)
    private String fax;

    @Col(length = 60, nullable = false)
    private String email;

    @References("employee.employee_id")
    private Integer supportRepId;

    @Relationship
    private Employee supportRep;

    @Relationship(backref = "customer", orderBy = "id")
    private List<Invoice> invoices = new ArrayList<>();

    public Customer(String firstName, String lastName, String country, String email, Employee supportRep) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.country = country;
        this.email = email;
        this.supportRep = supportRep;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Customer(ChinookRow row, Employee supportRep) {
        this.id = row.integer("CustomerId");
        this.firstName = row.text("FirstName");
        this.lastName = row.text("LastName");
        this.company = row.text("Company");
        this.address = row.text("Address");
        this.city = row.text("City");
        this.state = row.text("State");
        this.country = row.text("Country");
        this.postalCode = row.text("PostalCode");
        this.phone = row.text("Phone");
        this.fax = row.text("Fax");
        this.email = row.text("Email");
        this.supportRep = supportRep;
    }

    public Integer getId() {
        return id;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public String getCity() {
        return city;
    }

    public String getCountry() {
        return country;
    }

    public String getEmail() {
        return email;
    }

    public Employee getSupportRep() {
        return supportRep;
    }

    public List<Invoice> getInvoices() {
        return invoices;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
