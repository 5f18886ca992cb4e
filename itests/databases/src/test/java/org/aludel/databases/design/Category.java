package org.aludel.databases.design;

import java.util.ArrayList;
import java.util.List;

/** Carries no annotation: mapped imperatively. */
public class Category {

    private Integer id;
    private String label;
    private Category parent;
    private List<Category> subcategories = new ArrayList<>();

    public Category(String label) {
        this.label = label;
    }

    public Integer getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public Category getParent() {
        return parent;
    }

    public List<Category> getSubcategories() {
        return subcategories;
    }
}
