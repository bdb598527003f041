namespace ImapAsync;

/// <summary>Lets a test treat both kinds of task alike.</summary>
internal static class TaskSteps
{
    public static Task AsTask(this Task task) => task;

    public static Task<T> AsTask<T>(this Task<T> task) => task;
}
