package org.aludel.orm.testmodel;

import java.math.BigDecimal;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;

/** Has a key of two columns, one of them its invoice's. */
@Mapped(table = "invoice_lines")
public class InvoiceLine {

    @Id
    @References("invoices.number")
    private Integer invoiceNumber;

    @Id
    private Integer position;

    @Col(length = 60)
    private String text;

    @Col(precision = 10, scale = 2, nullable = false)
    private BigDecimal price = BigDecimal.ZERO;

    private Invoice invoice;

    public InvoiceLine() {}

    public InvoiceLine(int position, String text, BigDecimal price) {
        this.position = position;
        this.text = text;
        this.price = price;
    }

    public Integer getInvoiceNumber() {
        return invoiceNumber;
    }

    public Integer getPosition() {
        return position;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public Invoice getInvoice() {
        return invoice;
    }

    public void setInvoice(Invoice invoice) {
        this.invoice = invoice;
    }
}
