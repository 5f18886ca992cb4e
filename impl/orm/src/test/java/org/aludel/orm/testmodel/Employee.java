package org.aludel.orm.testmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Refers to itself by a foreign key that has no field. */
@Mapped(table = "employees")
public class Employee {

    /** How well somebody is paid. */
    public enum Grade {
        JUNIOR,
        SENIOR
    }

    @Id
    private Long id;

    @Col(length = 50, nullable = false)
    private String name;

    private Grade grade;

    private LocalDate hired;

    private boolean active = true;

    @Relationship(backref = "reports")
    @References("employees.id")
    private Employee manager;

    @Relationship(orderBy = "name")
    private List<Employee> reports = new ArrayList<>();

    public Employee() {}

    public Employee(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Grade getGrade() {
        return grade;
    }

    public void setGrade(Grade grade) {
        this.grade = grade;
    }

    public LocalDate getHired() {
        return hired;
    }

    public void setHired(LocalDate hired) {
        this.hired = hired;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Employee getManager() {
        return manager;
    }

    public void setManager(Employee manager) {
        this.manager = manager;
    }

    public List<Employee> getReports() {
        return reports;
    }
}
