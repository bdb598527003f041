using ImapAsync.Benchmarks;

return args switch
{
    ["replay", string certificate] => ReplayServer.Run(certificate),
    ["client", string peer, .. string[] settings] => await ClientProcess.RunAsync(peer, ClientSettings.Parse(settings)),
    ["work", string names, .. string[] more] => await OneWork.RunAsync(names, more),
    ["gate", .. string[] more] => await GateRun.RunAsync(withTimes: !more.Contains("--counts")),
    ["start", .. string[] more] => await StartReport.PrintAsync(more.Length > 0 ? int.Parse(more[0]) : 5),
    ["micro", .. string[] more] => Micro.Run(more),
    _ => await FullReport.RunAsync(rounds: 5, only: args),
};
