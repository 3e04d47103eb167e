package com.tachyonfuture.mailtrack.mysql.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/// A connection to nothing: takes every statement in no time, and knows some tracks without opens. It answers
/// what the drain asks before and while it writes `opens`, and no more.
final class NoDatabase {

    private NoDatabase() {}

    static Connection withTracks(List<String> ids) {
        PreparedStatement statement = standIn(PreparedStatement.class, (_, method, _) -> switch (method.getName()) {
            case "executeQuery" -> rows(ids.iterator());
            case "executeUpdate" -> 0;
            case "setEscapeProcessing", "setString", "close" -> null;
            default -> throw unknown(method);
        });
        return standIn(Connection.class, (_, method, _) -> switch (method.getName()) {
            case "createStatement", "prepareStatement" -> statement;
            default -> throw unknown(method);
        });
    }

    /// Of one query; the driver's cursor begins before the first.
    private static ResultSet rows(Iterator<String> ids) {
        var row = new Object() {
            String id = "";
        };
        return standIn(ResultSet.class, (_, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                boolean more = ids.hasNext();
                row.id = more ? ids.next() : "";
                yield more;
            }
            case "getString" -> "id".equals(Objects.requireNonNull(arguments)[0]) ? row.id : null;
            case "getLong" -> 0L;
            case "close" -> null;
            default -> throw unknown(method);
        });
    }

    private static IllegalStateException unknown(Method method) {
        return new IllegalStateException("The bench's database knows no " + method.getName() + ".");
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        ClassLoader loader = Objects.requireNonNull(NoDatabase.class.getClassLoader());
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }
}
