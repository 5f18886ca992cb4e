package org.aludel.quickstart.model;

import static org.aludel.orm.Cascade.ALL;
import static org.aludel.orm.Cascade.DELETE_ORPHAN;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** A purchase: its lines belong to it and go with it. */
@Mapped(table = "invoice")
public class Invoice {

    @Id
    @Col(name = "invoice_id")
    private Integer id;

    @Col(nullable = false)
    private LocalDateTime invoiceDate;

    @Col(length = 70)
    private String billingAddress;

    @Col(length = 40)
    private String billingCity;

    @Col(length = 40)
    private String billingState;

    @Col(length = 40)
    private String billingCountry;

    @Col(length = 10)
    private String billingPostalCode;

    @Col(nullable = false, precision = 10, scale = 2)
    private BigDecimal total;

    @References("customer.customer_id")
    @Col(nullable = false)
    private Integer customerId;

    @Relationship
    private Customer customer;

    @Relationship(
            backref = "invoice",
            cascade = {ALL, DELETE_ORPHAN},
            orderBy = "id")
    private List<InvoiceLine> lines = new ArrayList<>();

    public Invoice(Customer customer, LocalDateTime invoiceDate) {
        this.customer = customer;
        this.invoiceDate = invoiceDate;
        this.billingCountry = customer.getCountry();
        this.total = BigDecimal.ZERO;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public Invoice(ChinookRow row, Customer customer) {
        this.id = row.integer("InvoiceId");
        this.invoiceDate = row.time("InvoiceDate");
        this.billingAddress = row.text("BillingAddress");
        this.billingCity = row.text("BillingCity");
        this.billingState = row.text("BillingState");
        this.billingCountry = row.text("BillingCountry");
        this.billingPostalCode = row.text("BillingPostalCode");
        this.total = row.decimal("Total");
        this.customer = customer;
    }

    public Integer getId() {
        return id;
    }

    public LocalDateTime getInvoiceDate() {
        return invoiceDate;
    }

    public String getBillingCountry() {
        return billingCountry;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public Customer getCustomer() {
        return customer;
    }

    public List<InvoiceLine> getLines() {
        return lines;
    }

    /** Adds a line and its price. */
    public InvoiceLine add(Track track, int quantity) {
        InvoiceLine line = new InvoiceLine(track, quantity);
        lines.add(line);
        total = total.add(line.getUnitPrice().multiply(BigDecimal.valueOf(quantity)));
        return line;
    }
}
