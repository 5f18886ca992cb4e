package org.aludel.orm.testmodel;

import static org.aludel.orm.Cascade.ALL;
import static org.aludel.orm.Cascade.DELETE_ORPHAN;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.Version;

/** Has a key that the program gives, and a version counter. */
@Mapped(table = "invoices")
public class Invoice {

    @Id(autoincrement = false)
    private int number;

    @Col(length = 40)
    private String customer;

    @Version
    private int version;

    @Relationship(
            backref = "invoice",
            cascade = {ALL, DELETE_ORPHAN},
            orderBy = "position")
    private List<InvoiceLine> lines = new ArrayList<>();

    public Invoice() {}

    public Invoice(int number, String customer) {
        this.number = number;
        this.customer = customer;
    }

    public int getNumber() {
        return number;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public int getVersion() {
        return version;
    }

    public List<InvoiceLine> getLines() {
        return lines;
    }
}
