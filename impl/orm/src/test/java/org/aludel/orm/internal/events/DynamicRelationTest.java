package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.errors.DetachedException;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.DynamicRelation;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relations that are never loaded as a whole. */
@Tag("MAP-10")
class DynamicRelationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Mapped(table = "authors")
    static class Author {
        @Id
        Integer id;

        String name;

        @Relationship(
                backref = "author",
                orderBy = "id",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        DynamicRelation<Post> posts;

        @Relationship(secondary = "author_topics")
        DynamicRelation<Topic> topics;
    }

    @Mapped(table = "posts")
    static class Post {
        @Id
        Integer id;

        String headline;

        @References("authors.id")
        Integer authorId;

        @Relationship
        Author author;

        Post() {}

        Post(String headline) {
            this.headline = headline;
        }
    }

    @Mapped(table = "topics")
    static class Topic {
        @Id
        Integer id;

        String name;

        Topic() {}

        Topic(String name) {
            this.name = name;
        }
    }

    private static final Attribute<Post, String> HEADLINE = Orm.attribute(Post.class, "headline");

    private Engine engine;
    private SessionFactory sessions;
    private Integer id;

    @BeforeEach
    void open() {
        engine = Engine.create("h2:///mem:dynamic" + NUMBER.incrementAndGet());
        sessions = SessionFactory.builder(engine)
                .map(Author.class, Post.class, Topic.class)
                .build();
        sessions.metaData().createAll(engine);
        id = sessions.inTransaction(session -> {
            Author author = new Author();
            for (int i = 0; i < 10; i++) {
                author.posts.add(new Post("post " + i));
            }
            author.topics.addAll(List.of(new Topic("java"), new Topic("sql")));
            session.add(author);
            session.flush();
            return author.id;
        });
    }

    @AfterEach
    void close() {
        sessions.close();
        engine.close();
    }

    @Test
    void membersAreAskedFor() {
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, id);
            assertThat(author.posts.count()).isEqualTo(10);
            assertThat(author.posts.filter(HEADLINE.eq("post 3")).all())
                    .extracting(post -> post.headline)
                    .containsExactly("post 3");
            assertThat(author.posts.slice(2, 4))
                    .extracting(post -> post.headline)
                    .containsExactly("post 2", "post 3");
            assertThat(author.topics).extracting(topic -> topic.name).containsExactlyInAnyOrder("java", "sql");
        }
    }

    @Test
    void whatIsAddedAndRemovedIsSavedWithoutLoadingTheRest() {
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, id);
            Post first = author.posts.query().first();
            author.posts.remove(first);
            Post added = new Post("new");
            author.posts.add(added);
            assertThat(added.author).isSameAs(author);
            assertThat(session.history(author, "posts", false).added()).containsExactly(added);
            session.commit();
            assertThat(author.posts.count()).isEqualTo(10);
            assertThat(session.get(Post.class, first.id)).isNull();
        }
    }

    @Test
    void theOtherSideLeadsToo() {
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, id);
            Post post = new Post("by reference");
            post.author = author;
            assertThat(author.posts.all()).contains(post);
        }
    }

    @Test
    void deletionTakesMembersAlong() {
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, id);
            session.delete(author);
            session.commit();
            assertThat(session.query(Post.class).count()).isZero();
        }
    }

    @Test
    void membersOfManyToManyComeAndGo() {
        try (Session session = sessions.open()) {
            Author author = session.get(Author.class, id);
            author.topics.remove(author.topics.query().first());
            author.topics.add(new Topic("jdbc"));
            session.commit();
            assertThat(author.topics.count()).isEqualTo(2);
        }
    }

    @Test
    void aDetachedObjectCanNotBeAsked() {
        Author author = sessions.inTransaction(session -> session.get(Author.class, id));

        assertThatThrownBy(() -> author.posts.count())
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("Author.posts");
    }
}
