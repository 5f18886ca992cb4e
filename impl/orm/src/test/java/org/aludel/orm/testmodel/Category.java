package org.aludel.orm.testmodel;

import java.util.ArrayList;
import java.util.List;

/** Carries no annotation; see {@link TestMappings#categories}. */
public class Category {

    private Integer id;
    private String label;
    private Category parent;
    private List<Category> subcategories = new ArrayList<>();

    public Category() {}

    public Category(String label) {
        this.label = label;
    }

    public Integer getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public Category getParent() {
        return parent;
    }

    public void setParent(Category parent) {
        this.parent = parent;
    }

    public List<Category> getSubcategories() {
        return subcategories;
    }
}
