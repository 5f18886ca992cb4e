package org.aludel.orm.internal.flush;

import java.util.Arrays;

/**
 * Strongly connected components with a cycle in them (Tarjan 1972), iterative: a flush may hold a chain of any length.
 */
final class Components {

    private final int[] component;
    private int count;

    private Components(int nodes) {
        component = new int[nodes];
        Arrays.fill(component, -1);
    }

    static Components of(RowGraph graph) {
        Components found = new Components(graph.nodes());
        found.search(graph, graph.adjacency(true));
        return found;
    }

    /** How many components have a cycle. */
    int count() {
        return count;
    }

    /** The component of a node, or -1 if it is on no cycle. */
    int of(int node) {
        return component[node];
    }

    private void search(RowGraph graph, RowGraph.Adjacency out) {
        int nodes = graph.nodes();
        int[] number = new int[nodes];
        int[] low = new int[nodes];
        boolean[] onStack = new boolean[nodes];
        int[] next = Arrays.copyOf(out.offsets(), nodes);
        int[] stack = new int[nodes];
        int[] path = new int[nodes];
        int stacked = 0;
        int counter = 0;
        for (int root = 0; root < nodes; root++) {
            if (number[root] != 0) {
                continue;
            }
            int depth = 0;
            path[depth++] = root;
            number[root] = low[root] = ++counter;
            stack[stacked++] = root;
            onStack[root] = true;
            while (depth > 0) {
                int node = path[depth - 1];
                if (next[node] < out.offsets()[node + 1]) {
                    int target = graph.to(out.edges()[next[node]++]);
                    if (number[target] == 0) {
                        number[target] = low[target] = ++counter;
                        stack[stacked++] = target;
                        onStack[target] = true;
                        path[depth++] = target;
                    } else if (onStack[target]) {
                        low[node] = Math.min(low[node], number[target]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[node]);
                }
                if (low[node] == number[node]) {
                    boolean cyclic = stack[stacked - 1] != node;
                    int member;
                    do {
                        member = stack[--stacked];
                        onStack[member] = false;
                        component[member] = cyclic ? count : -1;
                    } while (member != node);
                    if (cyclic) {
                        count++;
                    }
                }
            }
        }
    }
}
