package org.aludel.quickstart.model;

import java.math.BigDecimal;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.quickstart.data.ChinookRow;

/** One line of an invoice. */
@Mapped(table = "invoice_line")
public class InvoiceLine {

    @Id
    @Col(name = "invoice_line_id")
    private Integer id;

    @Col(nullable = false, precision = 10, scale = 2)
    private BigDecimal unitPrice;

    private int quantity;

    @References("invoice.invoice_id")
    @Col(nullable = false)
    private Integer invoiceId;

    @References("track.track_id")
    @Col(nullable = false)
    private Integer trackId;

    @Relationship
    private Invoice invoice;

    @Relationship
    private Track track;

    InvoiceLine(Track track, int quantity) {
        this.track = track;
        this.unitPrice = track.getUnitPrice();
        this.quantity = quantity;
    }

    /** A row of the Chinook file, with the objects that it refers to. */
    public InvoiceLine(ChinookRow row, Invoice invoice, Track track) {
        this.id = row.integer("InvoiceLineId");
        this.unitPrice = row.decimal("UnitPrice");
        this.quantity = row.integer("Quantity");
        this.invoice = invoice;
        this.track = track;
    }

    public Integer getId() {
        return id;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public int getQuantity() {
        return quantity;
    }

    public Invoice getInvoice() {
        return invoice;
    }

    public Track getTrack() {
        return track;
    }
}
