package org.aludel.schema;

/**
 * One method per element of DDL; compilers implement it.
 *
 * @since 0.1
 */
public interface DdlVisitor {

    void visitCreateTable(DdlElement.CreateTable element);

    void visitDropTable(DdlElement.DropTable element);

    void visitAddConstraint(DdlElement.AddConstraint element);

    void visitDropConstraint(DdlElement.DropConstraint element);

    void visitCreateIndex(DdlElement.CreateIndex element);

    void visitDropIndex(DdlElement.DropIndex element);

    void visitCreateSequence(DdlElement.CreateSequence element);

    void visitDropSequence(DdlElement.DropSequence element);

    void visitChangeSchema(DdlElement.ChangeSchema element);

    void visitSetComment(DdlElement.SetComment element);

    void visitCreateEnum(DdlElement.CreateEnum element);

    void visitDropEnum(DdlElement.DropEnum element);

    void visitRaw(DdlElement.Raw element);
}
