package org.aludel.quickstart.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** An employee, who reports to a manager; the whole is a tree. */
@Mapped(table = "employee")
public class Employee {

    @Id
    @Col(name = "employee_id")
    private Integer id;

    @Col(length = 20, nullable = false)
    private String lastName;

    @Col(length = 20, nullable = false)
    private String firstName;

    @Col(length = 30)
    private String title;

    private LocalDateTime birthDate;

    private LocalDateTime hireDate;

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

    @Col(length = 60)
    private String email;

    @References("employee.employee_id")
    @Col(name = "reports_to")
    private Integer managerId;

    @Relationship
    private Employee manager;

    @Relationship(backref = "manager", orderBy = "id")
    private List<Employee> reports = new ArrayList<>();

    public Employee(String firstName, String lastName, String title, Employee manager) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.title = title;
        this.manager = manager;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Employee(ChinookRow row, Employee manager) {
        this.id = row.integer("EmployeeId");
        this.lastName = row.text("LastName");
        this.firstName = row.text("FirstName");
        this.title = row.text("Title");
        this.birthDate = row.time("BirthDate");
        this.hireDate = row.time("HireDate");
        this.address = row.text("Address");
        this.city = row.text("City");
        this.state = row.text("State");
        this.country = row.text("Country");
        this.postalCode = row.text("PostalCode");
        this.phone = row.text("Phone");
        this.fax = row.text("Fax");
        this.email = row.text("Email");
        this.manager = manager;
    }

    public Integer getId() {
        return id;
    }

    public String getLastName() {
        return lastName;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getTitle() {
        return title;
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

    public Employee getManager() {
        return manager;
    }

    public List<Employee> getReports() {
        return reports;
    }
}
